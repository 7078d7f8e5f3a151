const SHAPES = {
  alert: 'M12 3 2.5 20h19zM12 10v4.5M12 17.2v.1',
  bell: 'M4 17a8 8 0 0 1 16 0M2.5 17h19M10 20.5h4M12 5.5v3',
  book: 'M5 4h11a3 3 0 0 1 3 3v13H8a3 3 0 0 1-3-3zM5 17a3 3 0 0 1 3-3h11',
  calendar: 'M4 5.5h16v14H4zM4 10h16M8.5 3v4M15.5 3v4',
  chart: 'M4 4v16h16M8 15l3.5-4 3 2.5L20 7',
  check: 'm5 12.5 4.5 4.5L19 7.5',
  'check-circle': 'M3 12a9 9 0 1 0 18 0 9 9 0 1 0-18 0M8 12.3l2.8 2.8L16 9.5',
  clock: 'M3 12a9 9 0 1 0 18 0 9 9 0 1 0-18 0M12 7v5.2l3.2 2',
  device:
    'M6.5 5A2.5 2.5 0 0 1 9 2.5h6A2.5 2.5 0 0 1 17.5 5v14a2.5 2.5 0 0 1-2.5 2.5H9A2.5 2.5 0 0 1 6.5 19zM11 18.5h2',
  'chevron-down': 'm5 9 7 7 7-7',
  down: 'M12 4v15M18.5 12.5 12 19l-6.5-6.5',
  filter: 'M4 5h16l-6 7.5V19l-4 1.5v-8z',
  inbox: 'M3 13.5 5.8 5h12.4L21 13.5V19H3zM3 13.5h5l1.2 2.5h5.6l1.2-2.5h5',
  layers: 'm12 3 9 5-9 5-9-5zM3 12l9 5 9-5M3 16l9 5 9-5',
  left: 'm15 5-7 7 7 7',
  mail: 'M3.5 5.5h17v13h-17zM3.5 6.5 12 13l8.5-6.5',
  note: 'M4 20v-4L15.5 4.5l4 4L8 20zM13 7l4 4',
  parked: 'M4.5 4.5h15v15h-15zM10 16.5v-9h2.8a2.7 2.7 0 0 1 0 5.4H10',
  phone:
    'M5 3.5h4l1.7 4.6-2.4 1.7a12 12 0 0 0 5.9 5.9l1.7-2.4 4.6 1.7v4a1.5 1.5 0 0 1-1.6 1.5A16.5 16.5 0 0 1 3.5 5.1 1.5 1.5 0 0 1 5 3.5z',
  plus: 'M12 5v14M5 12h14',
  pulse: 'M3 12h4l2.5-6.5 5 13L17 12h4',
  right: 'm9 5 7 7-7 7',
  sms: 'M4 5h16v11H10l-4.5 4v-4H4zM8.5 10.5h7',
  send: 'M21 3 10.5 13.5M21 3l-6.5 18-4-7.5L3 9.5z',
  star: 'm12 3 2.7 5.9 6.3.7-4.7 4.3 1.3 6.3-5.6-3.1-5.6 3.1 1.3-6.3L3 9.6l6.3-.7z',
  steps: 'M4 19h5v-5h5V9h6M17 6l3 3-3 3',
  undo: 'M9 14 4.5 9.5 9 5M4.5 9.5H14a5.5 5.5 0 0 1 0 11h-3',
  up: 'M12 20V5M5.5 11.5 12 5l6.5 6.5',
  user: 'M8 8a4 4 0 1 0 8 0 4 4 0 1 0-8 0M4.5 20.5a7.5 7.5 0 0 1 15 0',
  users:
    'M5.5 8.5a3.5 3.5 0 1 0 7 0 3.5 3.5 0 1 0-7 0M2.5 19.5a6.5 6.5 0 0 1 13 0M15.5 5.3a3.5 3.5 0 0 1 0 6.4M17.5 14a6.5 6.5 0 0 1 4 5.5',
  x: 'm6 6 12 12M18 6 6 18',
} as const;

export type IconName = keyof typeof SHAPES;

/** A drawn word; it always stands beside the written one. */
export function Icon({ name, small = false }: { name: IconName; small?: boolean }) {
  return (
    <svg className={small ? 'icon small' : 'icon'} viewBox="0 0 24 24" aria-hidden="true">
      <path d={SHAPES[name]} />
    </svg>
  );
}
