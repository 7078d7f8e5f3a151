package org.larum.app.api.attachment;

import org.larum.domain.shared.Ids;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Puts the parts of attachments together. */
@Configuration(proxyBeanMethods = false)
public class AttachmentConfiguration {

    @Bean
    AttachmentTable attachmentTable(JdbcClient jdbc) {
        return new AttachmentTable(jdbc);
    }

    @Bean
    AttachmentDesk attachmentDesk(AttachmentTable table, Ids ids) {
        return new AttachmentDesk(table, ids);
    }
}
