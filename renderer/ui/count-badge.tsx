import './chip.css';

/** A number in accent, only where somebody must act; nothing at 0. `label` says of what. */
export function CountBadge({ count, label }: { count: number; label?: string }) {
  if (count <= 0) return null;
  return (
    <span className="count">
      {count > 99 ? '99+' : count}
      {label ? <span className="hidden-text"> {label}</span> : null}
    </span>
  );
}
