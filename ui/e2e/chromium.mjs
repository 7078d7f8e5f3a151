import { chromium } from 'playwright-core';

/** The Chromium of the system, without its own traffic. */
export const launch = () =>
  chromium.launch({
    executablePath: process.env.LARUM_CHROMIUM ?? '/usr/bin/chromium',
    headless: true,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
