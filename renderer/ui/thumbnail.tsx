import './thumbnail.css';
import { IconPhoto, IconPlayerPlayFilled } from '@tabler/icons-react';

/** A small picture of a fixed size, 4:5 unless told; a sign where there is none. */
export function Thumbnail({
  url,
  alt = '',
  widthPx = 44,
  heightPx = Math.round((widthPx * 5) / 4),
  film = false,
}: {
  url?: string | undefined;
  alt?: string;
  widthPx?: number;
  heightPx?: number;
  film?: boolean;
}) {
  return (
    <span className="thumb" style={{ width: widthPx, height: heightPx }}>
      {url ? (
        <img
          src={url}
          alt={alt}
          width={widthPx}
          height={heightPx}
          loading="lazy"
          draggable={false}
        />
      ) : (
        <IconPhoto aria-hidden />
      )}
      {film ? (
        <span className="thumb-film">
          <IconPlayerPlayFilled aria-hidden />
        </span>
      ) : null}
    </span>
  );
}
