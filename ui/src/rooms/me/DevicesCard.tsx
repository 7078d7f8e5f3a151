import type { MyDevice } from '../../api/types';
import { Problem } from '../../kit/field';
import { Icon } from '../../kit/icons';
import { Clock } from '../../kit/moments';
import { say } from '../../kit/toasts';
import { useSending } from '../../kit/use-sending';
import { type Ability, abilityOf, seenHere } from './device';
import { addDevice, removeDevice, useDeviceHere, useDevices } from './use-devices';

/** What is in the way, and what to do. */
const HINTS: Record<Exclude<Ability, 'able'>, string> = {
  'install-first':
    'On an iPhone or iPad, Larum takes messages from the home screen: press Share, then Add to Home Screen, and open it there.',
  blocked: 'This browser may not show messages of Larum. Allow notifications in its settings, then come back.',
  insecure: 'Browsers take messages only over https. An administrator sets LARUM_URL.',
  unable: 'This browser takes no messages. Use a newer one, or add another device there.',
};

/** The browsers that take messages: added by a press where they are, removed from anywhere. */
export function DevicesCard() {
  const { data, error } = useDevices();
  const { data: here = null } = useDeviceHere();
  const ability = abilityOf(seenHere());
  const isHere = data?.devices.some(({ id }) => id === here) ?? false;
  return (
    <section className="card" id="devices" aria-labelledby="devices-heading" tabIndex={-1}>
      <div className="card-head">
        <h2 id="devices-heading">My devices</h2>
        <span className="meta">push goes to all of them</span>
      </div>
      {error && !data && <Problem>Your devices could not be loaded. What they are sent goes on as usual.</Problem>}
      {data && data.devices.length > 0 && (
        <ul className="ways devices">
          {data.devices.map((device) => (
            <Device key={device.id} device={device} isHere={device.id === here} />
          ))}
        </ul>
      )}
      {data && !isHere && (ability === 'able' ? <Add publicKey={data.publicKey} /> : <p>{HINTS[ability]}</p>)}
      <p className="meta">
        A push cannot break through a telephone that is silent. Put a call behind it for what is critical.
      </p>
    </section>
  );
}

function Add({ publicKey }: { publicKey: string }) {
  const { send, problem, isBusy } = useSending();
  const add = async () => {
    if (await send((key) => addDevice(publicKey, key))) say('Added. Send a test to see whether it arrives.');
  };
  return (
    <div className="actions">
      <button type="button" className="button" disabled={isBusy} onClick={() => void add()}>
        <Icon name="plus" />
        Add this device
      </button>
      {problem && <Problem>{problem}</Problem>}
    </div>
  );
}

function Device({ device: { id, name, service, since }, isHere }: { device: MyDevice; isHere: boolean }) {
  const { send, problem, isBusy } = useSending();
  const remove = async () => {
    if (await send((key) => removeDevice(id, key))) say(`Removed: ${name}.`);
  };
  return (
    <li className="way">
      <Icon name="device" />
      <div>
        <b>{name}</b>
        {isHere && <span className="address">this device</span>}
        <span className="meta">
          by {service}, since <Clock at={since} />
        </span>
        {problem && <Problem>{problem}</Problem>}
      </div>
      <button type="button" className="button" disabled={isBusy} onClick={() => void remove()}>
        Remove<span className="unseen"> {name}</span>
      </button>
    </li>
  );
}
