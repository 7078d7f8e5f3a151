package org.larum.app.push;

import java.net.URI;
import java.util.UUID;
import org.larum.app.bus.Commands;
import org.larum.app.config.Settings;
import org.larum.app.outbound.GuardedHttp;
import org.larum.app.outbound.Reach;
import org.larum.app.security.SecretTable;
import org.larum.app.security.Vault;
import org.larum.domain.directory.DeviceId;
import org.larum.domain.directory.DirectoryCommand.RemoveDevice;
import org.larum.domain.directory.Seals;
import org.larum.domain.notification.NotificationId;
import org.larum.domain.shared.Time;
import org.larum.notifiers.push.PushChannel;
import org.larum.notifiers.push.PushHosts;
import org.larum.notifiers.push.PushReturns;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The parts of this room. */
@Configuration(proxyBeanMethods = false)
class PushConfiguration {

    @Bean
    PushHosts pushHosts(Settings settings) {
        return new PushHosts(settings.pushHosts());
    }

    @Bean
    DeviceBook deviceBook(Seals seals, SecretTable secrets, Settings settings) {
        return new DeviceBook(seals, secrets, settings.url());
    }

    @Bean
    ReceiptLinks receiptLinks(Vault vault) {
        return new ReceiptLinks(vault);
    }

    /** Users write the addresses, so only what the whole Internet reaches is called; a host of the operator may be near. */
    @Bean
    PushChannel pushChannel(PushHosts hosts, ReceiptLinks links, Commands commands, Settings settings, Time time) {
        var reach = hosts.others().isEmpty() ? Reach.PUBLIC_ONLY : Reach.ANY_BUT_SPECIAL;
        var returns = new PushReturns() {
            @Override
            public URI receipt(NotificationId message) {
                return URI.create(settings.url() + "/push/receipts/" + links.token(message));
            }

            @Override
            public void gone(UUID device) {
                commands.send(new RemoveDevice(new DeviceId(device), true, time.now()));
            }
        };
        return new PushChannel(new GuardedHttp(reach), hosts, returns, time);
    }
}
