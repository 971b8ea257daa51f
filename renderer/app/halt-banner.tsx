import './link-banner.css';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useApi } from '../link/link-provider.tsx';

/** Says why nothing at all is published for the moment; it goes by itself. */
export function HaltBanner() {
  const info = useQuery(useApi().app.info.queryOptions());
  const halt = info.data?.halt;
  if (!halt) return null;
  return (
    <div className="link-banner" role="alert">
      <IconAlertTriangle aria-hidden />
      <span>{halt.text}</span>
    </div>
  );
}
