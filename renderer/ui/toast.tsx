import './toast.css';
import { IconX } from '@tabler/icons-react';
import {
  createContext,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
  type ReactNode,
} from 'react';
import { useTranslation } from 'react-i18next';

export type Toast = {
  text: ReactNode;
  /** A bolder first line, for problems. */
  title?: ReactNode;
  /** Offers to undo for ten seconds. */
  undo?: () => void;
  /** Another thing to do instead of undo. */
  action?: { label: string; run: () => void };
  /** A later toast of the same key takes the place of the earlier one, as for progress. */
  key?: string;
};

type Shown = Omit<Toast, 'key'> & { key: string };
export type ShowToast = (toast: Toast) => void;

type Toasts = { show: ShowToast; undoNewest: () => boolean };

const ToastContext = createContext<Toasts>({ show: () => {}, undoNewest: () => false });

/** Says in one line what was done; stays ten seconds, longer while pointed at. */
export function useToast(): ShowToast {
  return useContext(ToastContext).show;
}

/** Takes back what the newest of the toasts in sight offers to; answers false when none does. */
export function useUndoNewest(): () => boolean {
  return useContext(ToastContext).undoNewest;
}

export function ToastProvider({ children }: { children: ReactNode }) {
  const [toasts, setToasts] = useState<readonly Shown[]>([]);
  const counter = useRef(0);
  const close = useCallback(
    (key: string) => setToasts((all) => all.filter((toast) => toast.key !== key)),
    [],
  );
  const show = useCallback<ShowToast>((toast) => {
    counter.current += 1;
    const key = toast.key ?? String(counter.current);
    setToasts((all) => [...all.filter((other) => other.key !== key).slice(-2), { ...toast, key }]);
  }, []);
  const latest = useRef(toasts);
  latest.current = toasts;
  const value = useMemo((): Toasts => {
    const undoNewest = () => {
      const newest = latest.current.findLast(({ undo }) => undo);
      if (!newest) return false;
      close(newest.key);
      newest.undo?.();
      return true;
    };
    return { show, undoNewest };
  }, [show, close]);
  const list = useMemo(
    () => toasts.map((toast) => <ToastLine key={toast.key} toast={toast} onClose={close} />),
    [toasts, close],
  );
  return (
    <ToastContext value={value}>
      {children}
      <div className="toasts" role="status" aria-live="polite">
        {list}
      </div>
    </ToastContext>
  );
}

function ToastLine({ toast, onClose }: { toast: Shown; onClose: (key: string) => void }) {
  const { t } = useTranslation('ui');
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (held) return;
    const timer = setTimeout(() => onClose(toast.key), 10_000);
    return () => clearTimeout(timer);
  }, [held, onClose, toast.key]);
  const action = toast.undo ? { label: t('undo'), run: toast.undo } : toast.action;
  return (
    <div
      className="toast"
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <span className="toast-words">
        {toast.title ? <b>{toast.title}</b> : null}
        {toast.text}
      </span>
      {action ? (
        <button
          type="button"
          onClick={() => {
            onClose(toast.key);
            action.run();
          }}
        >
          {action.label}
        </button>
      ) : null}
      <button
        type="button"
        className="toast-close"
        aria-label={t('close')}
        onClick={() => onClose(toast.key)}
      >
        <IconX aria-hidden />
      </button>
    </div>
  );
}
