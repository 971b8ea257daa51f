import './photo.css';
import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconClipboard,
  IconCopy,
  IconRestore,
  IconWand,
} from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  straightFrame,
  turnedSize,
  workedSize,
} from '../../../../shared/scene/photo-work/plan-photo.ts';
import { useProblem } from '../../../link/use-problem.ts';
import { Button } from '../../../ui/button.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { ProblemBlock } from '../../../ui/problem-block.tsx';
import { useShortcut } from '../../../ui/use-shortcut.ts';
import { useToast } from '../../../ui/toast.tsx';
import { keepCopied, readCopied } from './copied-work.ts';
import type { PhotoEditingProps } from './photo-editing-props.ts';
import { PhotoFoot } from './photo-foot.tsx';
import { PhotoPanel } from './photo-panel.tsx';
import type { PhotoTool } from './photo-tool.ts';
import { PhotoWorkbench } from './photo-workbench.tsx';
import { useBefore } from './use-before.ts';
import { usePhotoEdit, type PhotoEdit } from './use-photo-edit.ts';
import { putPicture, useWorkedPicture } from './use-worked-picture.ts';

/** Pixels a slider is followed with; more would be slower and hardly seen. */
const previewSidePx = 900;

/** Photos of the library one by one, to be turned, cropped, lit and cut out. It fills its area. */
export function PhotoView({ assetIds, onClose }: { assetIds: string[]; onClose: () => void }) {
  const problem = useProblem();
  const [assetId, setAssetId] = useState(assetIds[0] ?? '');
  const edit = usePhotoEdit(assetId);
  const open = async (next: string) => {
    await edit.keep();
    setAssetId(next);
  };
  if (edit.error) return <ProblemBlock problem={problem(edit.error)} />;
  if (!edit.source || !edit.isReady) return <div className="photo-view" aria-busy />;
  return (
    <PhotoEditing
      key={assetId}
      assetId={assetId}
      assetIds={assetIds}
      source={edit.source}
      edit={edit}
      onOpen={(next) => void open(next)}
      onClose={onClose}
    />
  );
}

function PhotoEditing(props: PhotoEditingProps) {
  const { assetId, source, edit } = props;
  const { work } = edit;
  const [tool, setTool] = useState<PhotoTool>();
  const before = useBefore();
  const frame = straightFrame(turnedSize(source, work), work.straightenDeg);
  // While it is cropped the whole photo is seen.
  const { crop: _crop, ...uncropped } = work;
  const shown = tool?.kind === 'crop' ? uncropped : work;
  const canvas = useRef<HTMLCanvasElement>(null);
  const picture = useWorkedPicture(
    { photoId: assetId, source, work: shown, sidePx: previewSidePx, isBefore: before.isOn },
    (drawn) => {
      if (!canvas.current) return;
      putPicture(canvas.current, drawn);
      const { dataset } = canvas.current;
      dataset['drawn'] = String(Number(dataset['drawn'] ?? 0) + 1);
    },
  );
  useShortcut('mod+z', edit.undo);
  useShortcut('mod+shift+z', edit.redo);
  return (
    <div className="photo-view">
      <PhotoBar edit={edit} before={before} onAuto={() => edit.auto(picture.base)} />
      <PhotoWorkbench
        {...props}
        picture={picture}
        canvas={canvas}
        shown={shown}
        size={workedSize(source, shown)}
        tool={tool}
        onTool={setTool}
        isBefore={before.isOn}
      />
      <aside className="photo-side">
        <PhotoPanel
          work={work}
          onChange={edit.change}
          onDone={edit.done}
          frameRatio={frame.widthPx / frame.heightPx}
          tool={tool}
          onTool={setTool}
          isPlain={picture.isPlain}
        />
      </aside>
      <PhotoFoot {...props} />
    </div>
  );
}

function PhotoBar({
  edit,
  before,
  onAuto,
}: {
  edit: PhotoEdit;
  before: ReturnType<typeof useBefore>;
  onAuto: () => void;
}) {
  const { t } = useTranslation('photo');
  const toast = useToast();
  const paste = () => {
    const copied = readCopied();
    if (copied) edit.paste(copied);
  };
  return (
    <div className="photo-bar" role="toolbar" aria-label={t('bar')}>
      <Button icon={<IconWand aria-hidden />} onClick={onAuto}>
        {t('auto')}
      </Button>
      <IconButton
        label={t('undo')}
        icon={<IconArrowBackUp />}
        disabled={!edit.canUndo}
        onClick={edit.undo}
      />
      <IconButton
        label={t('redo')}
        icon={<IconArrowForwardUp />}
        disabled={!edit.canRedo}
        onClick={edit.redo}
      />
      <Button {...before.hold} aria-pressed={before.isOn}>
        {t('before')}
      </Button>
      <span className="grow" />
      <IconButton
        label={t('copy')}
        icon={<IconCopy />}
        onClick={() => {
          keepCopied(edit.work);
          toast({ text: t('copied') });
        }}
      />
      <IconButton label={t('paste')} icon={<IconClipboard />} onClick={paste} />
      <IconButton label={t('reset')} icon={<IconRestore />} onClick={edit.reset} />
    </div>
  );
}
