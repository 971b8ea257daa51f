import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Product } from '../../../shared/contract/catalogue.ts';
import { useApi, useStudio } from '../../link/link-provider.tsx';
import { useProblem } from '../../link/use-problem.ts';
import {
  draftOf,
  fieldOfProblem,
  readDraft,
  type DraftField,
  type Money,
  type ProductDraft,
} from './product-draft.ts';

const restMs = 700;

export type FieldErrors = Partial<Record<DraftField, string>>;
type Edits = Partial<ProductDraft>;
type Refusal = { field: DraftField | undefined; text: string };

/** The fields of a product that save themselves a moment after the last key, and when the sheet
 *  closes. What cannot be saved stays in its field with a sentence; the rest is saved all the same. */
export function useProductForm(product: Product, money: Money) {
  const { t } = useTranslation('catalogue');
  const [edits, setEdits] = useState<Edits>({});
  const [refused, setRefused] = useState<Refusal>();
  const [isSaved, setSaved] = useState(false);
  const shown = { ...draftOf(product, money), ...edits };
  const fields = Object.keys(edits) as DraftField[];
  const { change, problems } = readDraft(shown, fields, money);
  const hasChange = Object.keys(change).length > 0;
  const send = useSave(product.id, {
    onSaved: (sent) => {
      setEdits((all) => without(all, sent));
      setRefused(undefined);
      setSaved(true);
    },
    onRefused: setRefused,
  });
  const latest = useRef({ change, edits, hasChange, send });
  latest.current = { change, edits, hasChange, send };

  useEffect(() => {
    if (!hasChange || refused) return;
    const timer = setTimeout(() => void latest.current.send(change, edits), restMs);
    return () => clearTimeout(timer);
    // `edits` is what moves: the change is read from it anew on every drawing
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [edits, hasChange, refused]);
  useEffect(
    () => () => {
      const { change: rest, edits: open, hasChange: isOpen, send: sendRest } = latest.current;
      if (isOpen) void sendRest(rest, open);
    },
    [],
  );
  useEffect(() => {
    if (!isSaved) return;
    const timer = setTimeout(() => setSaved(false), 2000);
    return () => clearTimeout(timer);
  }, [isSaved]);

  const errors: FieldErrors = Object.fromEntries(
    Object.entries(problems).map(([field, code]) => [field, t(`form.problem.${code}`)]),
  );
  if (refused?.field) errors[refused.field] = refused.text;
  return {
    shown,
    errors,
    isSaved,
    failure: refused && !refused.field ? refused.text : undefined,
    set: (field: DraftField, value: string) => {
      setRefused(undefined);
      setSaved(false);
      setEdits((all) => ({ ...all, [field]: value }));
    },
  };
}

function useSave(
  productId: string,
  on: { onSaved: (sent: Edits) => void; onRefused: (refusal: Refusal) => void },
) {
  const api = useApi();
  const { client } = useStudio();
  const queries = useQueryClient();
  const problem = useProblem();
  return async (change: object, sent: Edits) => {
    try {
      const saved = await client.catalogue.save({ id: productId, ...change });
      queries.setQueryData(api.catalogue.get.queryKey({ input: { productId } }), saved);
      on.onSaved(sent);
    } catch (error) {
      const { code, what, todo } = problem(error);
      on.onRefused({ field: fieldOfProblem(code), text: `${what} ${todo}` });
    }
  };
}

/** Drops what was sent and is still as it was sent. */
function without(all: Edits, sent: Edits): Edits {
  return Object.fromEntries(
    Object.entries(all).filter(([field, value]) => sent[field as DraftField] !== value),
  );
}
