// Stands in for the native @vscode/spdlog, which needs a compiler: same surface, plain synchronous writes.
'use strict';
const fs = require('node:fs');

const levels = ['trace', 'debug', 'info', 'warning', 'error', 'critical', 'off'];

class Logger {
  constructor(_kind, name, file) {
    this.name = name;
    this.level = 2;
    try {
      this.fd = fs.openSync(file, 'a');
    } catch {
      this.fd = undefined;
    }
  }
  #write(level, message) {
    if (this.fd === undefined || level < this.level) return;
    fs.writeSync(this.fd, `${new Date().toISOString()} [${levels[level]}] ${message}\n`);
  }
  trace(message) {
    this.#write(0, message);
  }
  debug(message) {
    this.#write(1, message);
  }
  info(message) {
    this.#write(2, message);
  }
  warn(message) {
    this.#write(3, message);
  }
  error(message) {
    this.#write(4, message);
  }
  critical(message) {
    this.#write(5, message);
  }
  getLevel() {
    return this.level;
  }
  setLevel(level) {
    this.level = level;
  }
  setPattern() {}
  clearFormatters() {}
  flush() {}
  drop() {
    if (this.fd !== undefined) fs.closeSync(this.fd);
    this.fd = undefined;
  }
}

const create = async (name, file) => new Logger('rotating', name, file);

module.exports = {
  version: 'stand-in',
  setLevel() {},
  setFlushOn() {},
  shutdown() {},
  Logger,
  createRotatingLogger: create,
  createAsyncRotatingLogger: create,
};
