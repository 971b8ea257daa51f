import { useNavigate, useSearch } from '@tanstack/react-router';
import type { CalendarRange } from '../../../../shared/contract/posts.ts';
import { BulkSheet } from './bulk-sheet.tsx';
import { ExportDialog } from './export-dialog.tsx';

/** Over the plan, by its address: `bulk=import` or `bulk=export`. */
export function BulkOver({ shown, now }: { shown: CalendarRange; now: number }) {
  const { bulk } = useSearch({ strict: false });
  const navigate = useNavigate();
  const close = () => void navigate({ to: '/plan', search: {} });
  if (bulk === 'import') return <BulkSheet onClose={close} />;
  return bulk === 'export' ? <ExportDialog shown={shown} now={now} onClose={close} /> : null;
}
