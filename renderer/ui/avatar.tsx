import './avatar.css';
import { initials, toneOf } from './initials.ts';

/** A face by its initials; decorative, the name stands beside it. */
export function Avatar({ name }: { name: string }) {
  return (
    <span className={`avatar avatar-${toneOf(name, 5)}`} aria-hidden="true">
      {initials(name)}
    </span>
  );
}
