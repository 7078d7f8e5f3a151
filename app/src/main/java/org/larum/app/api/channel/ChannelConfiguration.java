package org.larum.app.api.channel;

import org.larum.app.api.me.TestDesk;
import org.larum.app.channel.Checks;
import org.larum.app.channel.FiguresTable;
import org.larum.app.channel.Health;
import org.larum.app.channel.HouseChannels;
import org.larum.app.processing.Freshness;
import org.larum.domain.shared.Time;
import org.larum.projections.shared.Names;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The parts of this room. */
@Configuration(proxyBeanMethods = false)
class ChannelConfiguration {

    @Bean
    ChannelDesk channelDesk(
            HouseChannels channels,
            Checks checks,
            JdbcClient jdbc,
            TestDesk tests,
            Names names,
            Freshness freshness,
            Time time) {
        var health = new Health(new FiguresTable(jdbc), checks);
        return new ChannelDesk(channels, health, checks, tests, names, freshness, time);
    }
}
