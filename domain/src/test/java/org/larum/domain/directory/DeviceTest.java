package org.larum.domain.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.larum.domain.directory.DirectoryExamples.ADA;
import static org.larum.domain.directory.DirectoryExamples.GRACE;
import static org.larum.domain.directory.DirectoryExamples.TELEPHONE;
import static org.larum.domain.directory.DirectoryExamples.deviceRegistered;
import static org.larum.domain.directory.DirectoryExamples.deviceRemoved;
import static org.larum.domain.directory.DirectoryExamples.sealed;

import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;
import org.larum.domain.directory.DirectoryCommand.RegisterDevice;
import org.larum.domain.directory.DirectoryCommand.RemoveDevice;
import org.larum.domain.directory.DirectoryEvent.DeviceRegistered;
import org.larum.domain.shared.Monday;

class DeviceTest {

    private final AggregateTestFixture<Device> device = new AggregateTestFixture<>(Device.class);

    private static RegisterDevice register(PersonId person, String subscription) {
        return new RegisterDevice(TELEPHONE, person, sealed(subscription), Monday.NINE);
    }

    private static DeviceRegistered registered(PersonId person, String subscription) {
        return new DeviceRegistered(TELEPHONE, person, sealed(subscription), Monday.NINE);
    }

    private static RemoveDevice gone() {
        return new RemoveDevice(TELEPHONE, true, Monday.NINE.plusSeconds(60));
    }

    @Test
    void itIsRegistered() {
        device.givenNoPriorActivity()
                .when(register(ADA, "its address and its keys"))
                .expectEvents(deviceRegistered());
    }

    @Test
    void whatIsKnownAlreadyIsNoNews() {
        device.given(deviceRegistered())
                .when(register(ADA, "its address and its keys"))
                .expectNoEvents();
    }

    @Test
    void otherKeysReplaceThoseOfBefore() {
        device.given(deviceRegistered()).when(register(ADA, "other keys")).expectEvents(registered(ADA, "other keys"));
    }

    @Test
    void itBelongsToWhoeverRegisteredItLast() {
        device.given(deviceRegistered())
                .when(register(GRACE, "its address and its keys"))
                .expectEvents(registered(GRACE, "its address and its keys"));
    }

    @Test
    void itIsRemovedOnce() {
        device.given(deviceRegistered()).when(gone()).expectEvents(deviceRemoved());
        device.given(deviceRegistered(), deviceRemoved()).when(gone()).expectNoEvents();
    }

    @Test
    void itComesBack() {
        device.given(deviceRegistered(), deviceRemoved())
                .when(register(ADA, "its address and its keys"))
                .expectEvents(deviceRegistered());
    }

    @Test
    void whoHasWhichIsKnownAsOfAnyEvent() {
        var devices = new Devices();
        devices.evolve(1, registered(ADA, "one"));
        devices.evolve(3, registered(ADA, "two"));
        devices.evolve(5, registered(GRACE, "three"));
        devices.evolve(7, deviceRemoved());
        assertThat(devices.of(ADA, 0)).isEmpty();
        assertThat(devices.of(ADA, 2)).containsExactly(registered(ADA, "one"));
        assertThat(devices.of(ADA, 4)).containsExactly(registered(ADA, "two"));
        assertThat(devices.of(ADA, 5)).isEmpty();
        assertThat(devices.of(GRACE, 6)).containsExactly(registered(GRACE, "three"));
        assertThat(devices.of(GRACE, 7)).isEmpty();
    }
}
