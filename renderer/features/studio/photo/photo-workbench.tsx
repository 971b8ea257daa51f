import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { wholeCrop } from '../../../../shared/scene/photo-work/crop-rules.ts';
import type { PhotoWork } from '../../../../shared/scene/photo-work/photo-work.ts';
import type { SizePx } from '../../../../shared/scene/photo-work/plan-photo.ts';
import { BrushPlane } from './brush-plane.tsx';
import { CropFrame } from './crop-frame.tsx';
import { PhotoStage } from './photo-stage.tsx';
import { keptRatio, type PhotoTool } from './photo-tool.ts';
import type { PhotoEditingProps } from './photo-editing-props.ts';
import type { WorkedPicture } from './use-worked-picture.ts';

/** The photo and what is done to it by hand. */
export function PhotoWorkbench({
  source,
  edit,
  picture,
  canvas,
  shown,
  size,
  tool,
  onTool,
  isBefore,
}: PhotoEditingProps & {
  picture: WorkedPicture;
  canvas: RefObject<HTMLCanvasElement | null>;
  /** The work as it is seen now. */
  shown: PhotoWork;
  size: SizePx;
  tool: PhotoTool | undefined;
  onTool: (tool: PhotoTool | undefined) => void;
  isBefore: boolean;
}) {
  const { t } = useTranslation('photo');
  const { work } = edit;
  const { background } = work;
  return (
    <PhotoStage
      picture={picture}
      canvas={canvas}
      size={size}
      label={t(isBefore ? 'stageBefore' : 'stage')}
      straightenDeg={work.straightenDeg ?? 0}
    >
      {tool?.kind === 'crop' ? (
        <CropFrame
          crop={work.crop ?? wholeCrop}
          ratio={keptRatio(tool.shape, size.widthPx / size.heightPx)}
          onChange={(crop) => edit.change({ ...work, crop }, true)}
          onDone={edit.done}
        />
      ) : null}
      {tool?.kind === 'brush' && background ? (
        <BrushPlane
          source={source}
          work={shown}
          mode={tool.mode}
          radius={tool.radius}
          onRadius={(radius) => onTool({ ...tool, radius })}
          onPainted={(touchUp) =>
            edit.change(
              {
                ...work,
                background: {
                  ...background,
                  touchUps: [...(background.touchUps ?? []), touchUp],
                },
              },
              false,
            )
          }
        />
      ) : null}
    </PhotoStage>
  );
}
