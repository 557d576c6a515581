/** Stands in for `debug`, which simple-git writes its traces with: nobody reads them here, and they may name people. */
const silent = Object.assign(() => undefined, { enabled: false, extend: () => silent, log: undefined, formatters: {} });

export default Object.assign(() => silent, { enable: () => undefined, disable: () => '', formatters: {} });
