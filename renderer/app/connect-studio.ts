import { addClientIds, changingProcedures } from '../link/change-ids.ts';
import type { StudioAccess } from '../link/link-provider.tsx';
import { openPort } from '../link/port-carrier.ts';
import { createStudioApi } from '../link/studio-api.ts';
import { backoffMs, createStudioLink } from '../link/studio-link.ts';
import { openWebSocket, socketUrl } from '../link/web-socket-carrier.ts';

/** The studio over the port of the desktop shell where there is one, else over a WebSocket of the
 *  host that served this page. */
export function connectStudio(language: () => string): StudioAccess {
  const bridge = window.vitrine;
  const hasPort = bridge?.port !== undefined || bridge?.requestPort !== undefined;
  const link = createStudioLink({
    openCarrier: () =>
      bridge && hasPort
        ? openPort(bridge, language())
        : openWebSocket(socketUrl(window.location, language())),
    pause: (attempt) => new Promise((resolve) => setTimeout(resolve, backoffMs(attempt))),
    prepareInput: addClientIds(changingProcedures(), () => crypto.randomUUID()),
  });
  return { link, ...createStudioApi(link) };
}
