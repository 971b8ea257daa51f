import './file-drop.css';
import { useRef, useState, type DragEvent, type ReactNode } from 'react';
import { readDrop, type KeepInFolders } from './read-drop.ts';

/** Takes files and folders dropped on what it holds; inner drops win over outer ones. */
export function FileDrop({
  label,
  onFiles,
  keepInFolders,
  className = '',
  children,
}: {
  /** Said over the area while something hovers. */
  label: string;
  onFiles: (files: File[]) => void;
  /** Of folders only these files are taken. */
  keepInFolders?: KeepInFolders;
  className?: string;
  children: ReactNode;
}) {
  const [over, setOver] = useState(false);
  const depth = useRef(0);
  const carriesFiles = (event: DragEvent) => event.dataTransfer.types.includes('Files');
  const leave = () => {
    depth.current = Math.max(0, depth.current - 1);
    if (depth.current === 0) setOver(false);
  };
  const drop = (event: DragEvent) => {
    depth.current = 0;
    setOver(false);
    if (!carriesFiles(event) || event.defaultPrevented) return;
    event.preventDefault();
    void readDrop(event.dataTransfer, keepInFolders).then(
      (files) => files.length > 0 && onFiles(files),
    );
  };
  return (
    <div
      className={`drop ${className}`}
      onDragEnter={(event) => {
        if (!carriesFiles(event)) return;
        depth.current += 1;
        setOver(true);
      }}
      onDragLeave={leave}
      onDragOver={(event) => carriesFiles(event) && event.preventDefault()}
      onDrop={drop}
    >
      {children}
      {over ? <div className="drop-over">{label}</div> : null}
    </div>
  );
}
