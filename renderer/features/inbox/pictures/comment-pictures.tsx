import './pictures.css';
import { IconFile, IconMicrophone } from '@tabler/icons-react';
import { useState } from 'react';
import type { CustomerPicture } from '../../../../shared/contract/customer-pictures.ts';
import { PictureDialog } from './picture-dialog.tsx';
import { PictureTile } from './picture-tile.tsx';
import { usePictureWords } from './use-picture-words.ts';

/** What came with a comment: photos and stills of films as tiles, the rest in words. */
export function CommentPictures({
  pictures,
  name,
  isVeiled = false,
  isOwn = false,
}: {
  pictures: readonly CustomerPicture[];
  /** Who sent them. */
  name: string;
  /** Nothing is shown, nor fetched, before somebody asks for it. */
  isVeiled?: boolean;
  /** The shop itself sent them. */
  isOwn?: boolean;
}) {
  const { whyOf } = usePictureWords(name);
  const [opened, setOpened] = useState<string>();
  const tiles = pictures.filter(({ kind }) => kind === 'photo' || kind === 'film');
  const others = pictures.filter(({ kind }) => kind === 'sound' || kind === 'file');
  return (
    <>
      {tiles.length > 0 ? (
        <ul className="cpics">
          {tiles.map((picture, index) => (
            <PictureTile
              key={picture.pictureId}
              told={picture}
              name={name}
              place={{ number: index + 1, count: tiles.length }}
              isVeiled={isVeiled}
              onOpen={() => setOpened(picture.pictureId)}
            />
          ))}
        </ul>
      ) : null}
      {others.map(({ pictureId, kind, ...other }) => (
        <p key={pictureId} className="cpic-other small muted">
          {kind === 'sound' ? <IconMicrophone aria-hidden /> : <IconFile aria-hidden />}
          <span>
            {whyOf(other)?.text} {whyOf(other)?.todo}
          </span>
        </p>
      ))}
      <PictureDialog
        pictures={tiles}
        name={name}
        isOwn={isOwn}
        openedId={opened}
        onStep={setOpened}
        onClose={() => setOpened(undefined)}
      />
    </>
  );
}
