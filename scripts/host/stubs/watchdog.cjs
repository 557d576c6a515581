// Stands in for the native @vscode/native-watchdog: ends this process when the one that started it is gone.
'use strict';

module.exports = {
  start(parent) {
    const timer = setInterval(() => {
      try {
        process.kill(parent, 0);
      } catch {
        process.exit(87);
      }
    }, 1000);
    timer.unref();
  },
  exit(code) {
    process.exit(code);
  },
};
