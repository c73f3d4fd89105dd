import { defineService } from './define.ts';
import { text } from './shapes.ts';

/** Where console and Logger of a realm write to: the record of the execution. */
export const loggingMethods = defineService('console', (define) => {
  define('free', 'write', [text, text], (execution, _on, level, line) => {
    execution.log.push({ at: execution.now, level, text: line });
  });
  define('free', 'read', [], (execution) => execution.log.map((line) => line.text).join('\n'));
  define('free', 'clear', [], (execution) => {
    execution.log.length = 0;
  });
});
