package org.larum.app.template;

import org.larum.app.bus.Door;
import org.larum.app.security.Callers;
import org.larum.app.security.Permission;
import org.larum.app.security.Permit;
import org.larum.app.template.TemplateDesk.Draft;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What messages would say in the words of the house, before they do. */
@RestController
@Permit(Permission.ADMINISTER)
public class TemplateController {

    private final Door door;
    private final TemplateDesk desk;

    TemplateController(Door door, TemplateDesk desk) {
        this.door = door;
        this.desk = desk;
    }

    /** Fills templates in, with what is known of an incident or with an example; sends and keeps nothing. */
    @PostMapping("/api/templates/preview")
    public Mono<TemplatePreview> preview(@RequestBody Draft draft) {
        return Callers.current().flatMap(who -> door.go(() -> desk.preview(draft, who.scope())));
    }
}
