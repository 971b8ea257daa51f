// Runs sandboxed beside the page. Hands over one port and the path of a dropped file; nothing grows here.
import { contextBridge, ipcRenderer, webUtils } from 'electron';

ipcRenderer.on('vitrine-port', (event) => {
  window.postMessage('vitrine-port', '*', event.ports as unknown as Transferable[]);
});

contextBridge.exposeInMainWorld(
  'vitrine',
  Object.freeze({
    requestPort: (language: string) => ipcRenderer.send('vitrine-request-port', language),
    pathForFile: (file: File) => webUtils.getPathForFile(file),
  }),
);
