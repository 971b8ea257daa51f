import { implement } from '@orpc/server';
import { today } from '../../shared/contract/today.ts';
import type { CallContext } from '../../shared/facts.ts';
import type { TodayService } from './service.ts';

export function todayRoutes(service: TodayService) {
  const os = implement(today).$context<CallContext>();
  return os.router({
    letter: os.letter.handler(({ input, context }) =>
      service.letter(context.language, input?.shopId),
    ),
  });
}
