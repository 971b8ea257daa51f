import { useTranslation } from 'react-i18next';
import type { Network } from '../../../../shared/contract/shapes.ts';
import {
  countCaption,
  facebookCaption,
  instagramCaption,
} from '../../../../shared/rules/caption.ts';
import { useFormats } from '../../../link/formats-context.tsx';
import { NetworkIcon } from '../../../ui/network-icon.tsx';

/** How much of what each network takes is used; over it in berry. */
export function Counters({ text, networks }: { text: string; networks: readonly Network[] }) {
  const { t } = useTranslation('composer');
  const { number } = useFormats();
  const count = countCaption(text);
  const onInstagram = networks.includes('instagram');
  return (
    <p className="counters num" aria-label={t('counters')}>
      {onInstagram ? (
        <Counter used={count.characters} most={instagramCaption.characters} network="instagram" />
      ) : null}
      {networks.includes('facebook') ? (
        <span className={count.characters > facebookCaption.characters ? 'over' : undefined}>
          <NetworkIcon network="facebook" /> {number(count.characters)}
        </span>
      ) : null}
      {onInstagram ? (
        <>
          <Counter used={count.hashtags} most={instagramCaption.hashtags} sign="#" />
          <Counter used={count.mentions} most={instagramCaption.mentions} sign="@" />
        </>
      ) : null}
    </p>
  );
}

function Counter({
  used,
  most,
  network,
  sign,
}: {
  used: number;
  most: number;
  network?: Network;
  sign?: string;
}) {
  const { number } = useFormats();
  return (
    <span className={used > most ? 'over' : undefined}>
      {network ? <NetworkIcon network={network} /> : null}
      {number(used)} / {number(most)} {sign}
    </span>
  );
}
