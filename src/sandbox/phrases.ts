/** The workspace's own sentences: what a chat client says when an app fails. */
import { TRIGGER_LIFETIME_MS } from './triggers.ts';

const SECONDS = TRIGGER_LIFETIME_MS / 1000;

const vietnamese = {
  commandFailed: (command: string, error: string) =>
    `${command} không chạy được: ứng dụng báo lỗi "${error}". Anh/chị vui lòng thử lại.`,
  unknownCommand: (command: string, known: readonly string[]) =>
    `${command} không phải là một lệnh. Mọi tin bắt đầu bằng "/" đều được hiểu là lệnh. Các lệnh: ${known.join(', ')}.`,
  modalFailed: 'Kết nối với ứng dụng đang trục trặc. Anh/chị vui lòng thử lại.',
  actionFailed: `Ứng dụng không trả lời trong ${SECONDS} giây. Anh/chị vui lòng bấm lại.`,
  shortcutFailed: (name: string) => `Lối tắt "${name}" không chạy được. Anh/chị vui lòng thử lại.`,
};

const english: typeof vietnamese = {
  commandFailed: (command, error) => `${command} failed with the error "${error}"`,
  unknownCommand: (command, known) =>
    `${command} is not a valid command. Every message that starts with "/" is read as a command. There are: ${known.join(', ')}.`,
  modalFailed: 'We had some trouble connecting. Try again?',
  actionFailed: `The app did not answer within ${SECONDS} seconds. Try again.`,
  shortcutFailed: (name) => `The shortcut "${name}" failed. Try again.`,
};

export function phrasesFor(locale: string): typeof vietnamese {
  return locale.toLowerCase().startsWith('vi') ? vietnamese : english;
}
