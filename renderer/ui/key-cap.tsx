import './field.css';

/** A key as shown to people: `Ctrl K`. */
export function KeyCap({ children }: { children: string }) {
  return <kbd className="key">{children}</kbd>;
}
