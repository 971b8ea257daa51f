import './chip.css';
import { IconBrandFacebook, IconBrandInstagram } from '@tabler/icons-react';

type NetworkName = 'facebook' | 'instagram';

const names: Record<NetworkName, string> = { facebook: 'Facebook', instagram: 'Instagram' };

/** One or more network marks; their names are read aloud. */
export function NetworkIcon({ network }: { network: NetworkName | readonly NetworkName[] }) {
  const networks = typeof network === 'string' ? [network] : network;
  if (networks.length === 0) return null;
  return (
    <span className="net" role="img" aria-label={networks.map((name) => names[name]).join(', ')}>
      {networks.map((name) =>
        name === 'instagram' ? (
          <IconBrandInstagram key={name} aria-hidden />
        ) : (
          <IconBrandFacebook key={name} aria-hidden />
        ),
      )}
    </span>
  );
}
