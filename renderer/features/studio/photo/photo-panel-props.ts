import type { PhotoWork } from '../../../../shared/scene/photo-work/photo-work.ts';
import type { PhotoTool } from './photo-tool.ts';

export type PhotoPanelProps = {
  work: PhotoWork;
  /** `more` while a slider is still held. */
  onChange: (work: PhotoWork, more: boolean) => void;
  onDone: () => void;
  /** Width by height of the straightened photo; without it nothing is cropped here. */
  frameRatio?: number | undefined;
  tool?: PhotoTool | undefined;
  onTool?: ((tool: PhotoTool | undefined) => void) | undefined;
  /** Whether the photo's background is one even colour; undefined while it is not known. */
  isPlain?: boolean | undefined;
};
