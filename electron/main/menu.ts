import { Menu } from 'electron';
import { menuTemplate } from './menu-template.ts';

export function applicationMenu(): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(process.platform)));
}
