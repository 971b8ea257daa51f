import { PhoneNothing, PhoneShot } from './phone-shot.tsx';
import type { PhoneProps } from './phone-props.ts';

/** A story or reel: the medium alone over the whole glass. */
export function StoryPhone({ media, index }: PhoneProps) {
  const shown = media[index];
  return (
    <div className="phone-story">
      {shown ? <PhoneShot asset={shown.asset} /> : <PhoneNothing />}
    </div>
  );
}
