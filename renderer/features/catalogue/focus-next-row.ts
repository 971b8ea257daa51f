/** Moves the focus to the same column (`data-cell`) of the row above (-1) or below (1). False at the
 *  ends, and where the focus is in no column. */
export function focusNextRow(from: HTMLElement, step: 1 | -1): boolean {
  const cell = from.closest<HTMLElement>('[data-cell]');
  const row = cell?.closest('tr');
  if (!cell || !row) return false;
  const next = step === 1 ? row.nextElementSibling : row.previousElementSibling;
  const target = next?.querySelector<HTMLElement>(`[data-cell="${cell.dataset['cell'] ?? ''}"]`);
  if (!target) return false;
  const focusable = target.matches('button, input') ? target : target.querySelector('input');
  if (!(focusable instanceof HTMLElement)) return false;
  focusable.focus();
  return true;
}
