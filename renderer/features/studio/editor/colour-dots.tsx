import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { LayerLook } from '../../../../shared/scene/edit/new-layer.ts';

/** The shop's colours, ink and white. */
export function shopColours(look: LayerLook): { name: string; colour: string }[] {
  const all = [
    { name: 'ground', colour: look.ground },
    { name: 'paper', colour: look.paper },
    { name: 'accent', colour: look.accent },
    { name: 'white', colour: '#FFFFFF' },
    { name: 'ink', colour: '#1A1A1A' },
  ];
  const seen = new Set<string>();
  return all.filter(({ colour }) => {
    const key = colour.toUpperCase();
    return !seen.has(key) && seen.add(key);
  });
}

/** One of the shop's colours, or any other. */
export function ColourDots({
  label,
  value,
  look,
  onChange,
}: {
  label: string;
  value: string | undefined;
  look: LayerLook;
  onChange: (colour: string, gesture?: string) => void;
}) {
  const { t } = useTranslation('editor');
  const now = value?.slice(0, 7).toUpperCase();
  const colours = shopColours(look);
  const isOther = now !== undefined && !colours.some(({ colour }) => colour.toUpperCase() === now);
  return (
    <div className="editor-dots" role="group" aria-label={label}>
      {colours.map(({ name, colour }) => (
        <button
          key={name}
          type="button"
          className="editor-dot"
          style={{ background: colour }}
          aria-label={t(`colour.${name}`)}
          aria-pressed={colour.toUpperCase() === now}
          onClick={() => onChange(colour)}
        />
      ))}
      <label
        className={`editor-dot editor-other ${isOther ? 'editor-other-on' : ''}`}
        style={isOther ? { background: now } : {}}
      >
        <span className="hidden-text">{t('colour.other')}</span>
        {isOther ? null : <IconPlus aria-hidden />}
        <input
          type="color"
          value={now?.toLowerCase() ?? '#000000'}
          onChange={(event) => onChange(event.currentTarget.value.toUpperCase(), `colour-${label}`)}
        />
      </label>
    </div>
  );
}
