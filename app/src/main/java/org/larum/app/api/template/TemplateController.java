package org.larum.app.api.template;

import org.larum.app.api.template.TemplateDesk.Draft;
import org.larum.app.bus.Door;
import org.larum.app.security.Callers;
import org.larum.app.security.Permission;
import org.larum.app.security.Permit;
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
    public Mono<TemplateView> preview(@RequestBody Draft draft) {
        return Callers.current().flatMap(who -> door.go(() -> desk.preview(draft, who.scope())));
    }
}
