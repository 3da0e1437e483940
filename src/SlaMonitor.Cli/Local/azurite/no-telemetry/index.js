// Azurite loads this even where telemetry is switched off, and calls nothing of it then.
module.exports = {};
