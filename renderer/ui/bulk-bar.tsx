import './bulk-bar.css';
import { IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from './icon-button.tsx';

/** What can be done with the selected rows; floats at the foot of a list, gone at none. */
export function BulkBar({
  count,
  onClear,
  children,
}: {
  count: number;
  onClear: () => void;
  children: ReactNode;
}) {
  const { t } = useTranslation('ui');
  if (count === 0) return null;
  return (
    <div className="bulk" role="toolbar" aria-label={t('selected', { count })}>
      <span className="num" role="status">
        {t('selected', { count })}
      </span>
      {children}
      <IconButton label={t('clearSelection')} icon={<IconX />} onClick={onClear} />
    </div>
  );
}
