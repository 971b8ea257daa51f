import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { problemOf, type ShownProblem } from './problem-of.ts';

/** Turns the error of a query or change into the sentences to show. */
export function useProblem(): (error: unknown) => ShownProblem {
  const { t } = useTranslation('shell');
  return useCallback((error: unknown) => problemOf(error, (key) => t(`internal.${key}`)), [t]);
}
