import './blocks.css';
import type { ReactNode } from 'react';

/** A screen or list without content: a picture, one sentence, one button, one way to learn more. */
export function EmptyState({
  title,
  text,
  action,
  more,
  pictureUrl,
}: {
  title: ReactNode;
  text?: ReactNode;
  action?: ReactNode;
  more?: ReactNode;
  pictureUrl?: string;
}) {
  return (
    <div className="empty">
      {pictureUrl ? <img src={pictureUrl} alt="" /> : null}
      <h2>{title}</h2>
      {text ? <p>{text}</p> : null}
      {action || more ? (
        <div className="empty-actions">
          {action}
          {more}
        </div>
      ) : null}
    </div>
  );
}
