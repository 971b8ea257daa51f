import { createContext } from 'react';
import type { ShownProblem } from './problem-of.ts';

/** Shows a problem that no place on the screen takes; set by the shell. */
export const ReportProblem = createContext<(problem: ShownProblem) => void>(() => {});
