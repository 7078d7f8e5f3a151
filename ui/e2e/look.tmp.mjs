import { chromium } from 'playwright-core';
const B='http://127.0.0.1:8199';
const b=await chromium.launch({executablePath:'/usr/bin/chromium',args:['--no-sandbox']});
const pages=(process.argv[2]??'').split(',');
for (const [w,h,n] of [[1280,900,'d'],[390,844,'p']]) for (const scheme of (process.argv[3]??'dark,light').split(',')) {
  const c=await b.newContext({viewport:{width:w,height:h},colorScheme:scheme,timezoneId:'Europe/Berlin'});
  const p=await c.newPage();
  await p.goto(B+'/login'); await p.waitForTimeout(700);
  await p.fill('input[type=email],input[name=email]','ada@example.test'); await p.fill('input[type=password]',process.env.PW);
  await p.keyboard.press('Enter'); await p.waitForTimeout(1500);
  for (const one of pages) { const [name,path]=one.split('=>'); await p.goto(B+path); await p.waitForTimeout(3000);
    await p.screenshot({path:`/work/tmp/look/${name}-${n}-${scheme}.png`,fullPage:true}); }
  await c.close();
}
await b.close();
