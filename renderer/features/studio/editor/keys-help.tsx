import { useTranslation } from 'react-i18next';
import { Dialog } from '../../../ui/dialog.tsx';
import { KeyCap } from '../../../ui/key-cap.tsx';

const sheet = [
  ['select', ['Tab'], ['Shift', 'Tab'], ['Ctrl', 'A'], ['Esc']],
  ['move', ['← ↑ → ↓']],
  ['moveFar', ['Shift', '← ↑ → ↓']],
  ['write', ['Enter']],
  ['turn', ['R'], ['Shift', 'R']],
  ['order', ['['], [']'], ['Ctrl', '['], ['Ctrl', ']']],
  ['duplicate', ['Ctrl', 'D']],
  ['copy', ['Ctrl', 'C'], ['Ctrl', 'X'], ['Ctrl', 'V']],
  ['remove', ['Suppr']],
  ['group', ['Ctrl', 'G'], ['Ctrl', 'Shift', 'G']],
  ['undo', ['Ctrl', 'Z'], ['Ctrl', 'Shift', 'Z']],
  ['zoom', ['Ctrl', '+'], ['Ctrl', '-'], ['Ctrl', '0'], ['Ctrl', '1']],
  ['pan', ['Space']],
  ['guides', ['Ctrl']],
  ['ratio', ['Shift']],
  ['middle', ['Alt']],
] as const;

/** Every key of the editor, and what held keys change. */
export function KeysHelp({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { t } = useTranslation('editor');
  const word = (key: string) =>
    ['Shift', 'Enter', 'Esc', 'Suppr', 'Space'].includes(key) ? t(`keys.cap.${key}`) : key;
  return (
    <Dialog opened={opened} onClose={onClose} title={t('keys.title')} widthPx={640}>
      <dl className="editor-keys">
        {sheet.map(([name, ...combos]) => (
          <div key={name}>
            <dt>{t(`keys.${name}`)}</dt>
            <dd>
              {combos.map((combo) => (
                <span key={combo.join(' ')}>
                  {combo.map((key) => (
                    <KeyCap key={key}>{word(key)}</KeyCap>
                  ))}
                </span>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
