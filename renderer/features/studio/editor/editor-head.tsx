import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconArrowLeft,
  IconCheck,
  IconDownload,
  IconPlus,
} from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Format } from '../../../../shared/contract/shapes.ts';
import { formatSizes } from '../../../../shared/scene/scene.ts';
import type { SaveState } from '../../../link/create-autosave.ts';
import { Button } from '../../../ui/button.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { Menu } from '../../../ui/menu.tsx';
import { Segments } from '../../../ui/segments.tsx';
import { formatNames } from '../frame-sizes.ts';
import { formatsOf } from './editor-doc.ts';
import type { EditorDocument } from './use-document.ts';
import { useFormatDeeds } from './use-format-deeds.ts';
import { useMakePictures } from './use-make-pictures.ts';

/** Name and formats of the picture, steps back and forward, and the ways out of here. */
export function EditorHead({ document }: { document: EditorDocument }) {
  const { t } = useTranslation('editor');
  const navigate = useNavigate();
  const make = useMakePictures(document);
  return (
    <header className="editor-head">
      <IconButton
        label={t('head.back')}
        icon={<IconArrowLeft />}
        onClick={() => void navigate({ to: '/studio' })}
      />
      <h1 className="hidden-text">{document.doc.name}</h1>
      <NameField document={document} />
      <Saved state={document.saving.state} />
      <span className="grow" />
      <FormatTabs document={document} />
      <IconButton
        label={t('head.undo')}
        icon={<IconArrowBackUp />}
        disabled={!document.canUndo}
        onClick={document.undo}
      />
      <IconButton
        label={t('head.redo')}
        icon={<IconArrowForwardUp />}
        disabled={!document.canRedo}
        onClick={document.redo}
      />
      <span className="grow" />
      <Menu
        target={
          <Button icon={<IconDownload aria-hidden />} busy={make.isBusy}>
            {t('head.export')}
          </Button>
        }
        items={[
          { label: t('head.exportThis'), run: () => make.download([document.format]) },
          { label: t('head.exportAll'), run: () => make.download(formatsOf(document.doc)) },
        ]}
      />
      <Button kind="primary" busy={make.isBusy} onClick={make.use}>
        <span className="editor-long">{t('head.use')}</span>
        <span className="editor-short">{t('head.useShort')}</span>
      </Button>
    </header>
  );
}

function NameField({ document }: { document: EditorDocument }) {
  const { t } = useTranslation('editor');
  return (
    <input
      className="editor-name cut"
      aria-label={t('head.name')}
      value={document.doc.name}
      maxLength={120}
      onChange={(event) => {
        const name = event.currentTarget.value;
        document.changeDoc((doc) => ({ ...doc, name }), 'name');
      }}
      onBlur={document.finish}
      onKeyDown={(event) => (event.key === 'Enter' ? event.currentTarget.blur() : undefined)}
    />
  );
}

/** “Saved” for two seconds; a save that fails says so until it works. */
function Saved({ state }: { state: SaveState }) {
  const { t } = useTranslation('editor');
  const [isShown, setShown] = useState(false);
  useEffect(() => {
    if (state !== 'saved') return undefined;
    setShown(true);
    const timer = setTimeout(() => setShown(false), 2000);
    return () => clearTimeout(timer);
  }, [state]);
  return (
    <span className="editor-saved small muted" role="status">
      {state === 'failed' ? t('head.unsaved') : null}
      {state !== 'failed' && isShown ? (
        <>
          <IconCheck aria-hidden /> {t('head.saved')}
        </>
      ) : null}
    </span>
  );
}

function FormatTabs({ document }: { document: EditorDocument }) {
  const { t } = useTranslation(['editor', 'studio-page']);
  const formats = formatsOf(document.doc);
  const deeds = useFormatDeeds(document);
  const name = (format: Format) => t(`studio-page:format.short.${formatNames[format]}`);
  const left = (Object.keys(formatSizes) as Format[]).filter((one) => !formats.includes(one));
  return (
    <div className="editor-formats">
      <Segments
        label={t('head.formats')}
        value={document.format}
        options={formats.map((value) => ({ value, label: name(value) }))}
        onChange={document.setFormat}
      />
      <Menu
        target={<IconButton label={t('head.addFormat')} icon={<IconPlus />} />}
        items={[
          ...left.map((format) => ({
            label: t(`studio-page:format.long.${formatNames[format]}`),
            run: () => void deeds.add(format),
          })),
          ...(formats.length > 1
            ? [
                'line' as const,
                {
                  label: t('head.removeFormat', { format: name(document.format) }),
                  danger: true,
                  run: () => deeds.remove(document.format),
                },
              ]
            : []),
        ]}
      />
    </div>
  );
}
