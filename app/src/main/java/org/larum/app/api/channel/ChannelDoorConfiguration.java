package org.larum.app.api.channel;

import org.larum.app.api.me.TestDesk;
import org.larum.app.bus.Commands;
import org.larum.app.channel.Checks;
import org.larum.app.channel.Health;
import org.larum.app.channel.HouseChannels;
import org.larum.app.delivery.WebhookTable;
import org.larum.app.processing.Freshness;
import org.larum.domain.shared.Time;
import org.larum.projections.shared.Names;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The parts of this room. */
@Configuration(proxyBeanMethods = false)
class ChannelDoorConfiguration {

    @Bean
    ChannelDesk channelDesk(
            HouseChannels channels,
            Health health,
            Checks checks,
            TestDesk tests,
            WebhookTable webhooks,
            Commands commands,
            Names names,
            Freshness freshness,
            Time time) {
        return new ChannelDesk(channels, health, checks, tests, webhooks, commands, names, freshness, time);
    }
}
