import { useRef } from 'react';
import { Button, type ButtonProps } from './button.tsx';

/** A button that opens the system's own window for choosing files. */
export function FileButton({
  accept,
  multiple = true,
  onFiles,
  ...button
}: Omit<ButtonProps, 'onClick'> & {
  /** As of an input: `image/*,.csv`. */
  accept?: string;
  multiple?: boolean;
  onFiles: (files: File[]) => void;
}) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button {...button} onClick={() => input.current?.click()} />
      <input
        ref={input}
        type="file"
        hidden
        tabIndex={-1}
        aria-hidden="true"
        accept={accept}
        multiple={multiple}
        onChange={(event) => {
          const files = [...(event.currentTarget.files ?? [])];
          event.currentTarget.value = '';
          if (files.length > 0) onFiles(files);
        }}
      />
    </>
  );
}
