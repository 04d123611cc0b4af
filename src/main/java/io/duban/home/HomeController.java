package io.duban.home;

import io.duban.contract.AppInfoDto;
import io.duban.contract.HomeApi;
import io.duban.contract.HomeCountDto;
import io.duban.contract.HomeDto;
import io.duban.platform.identity.Access;
import io.duban.platform.statistics.Board;
import io.duban.platform.web.Times;
import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The first screen, and who runs this app. */
@RestController
class HomeController implements HomeApi {

    private final List<Board> boards;
    private final Times times;
    private final Clock clock;
    private final AppInfoDto appInfo;

    HomeController(
            List<Board> boards,
            Times times,
            Clock clock,
            @Value("${duban.app.owner}") String owner,
            @Value("${duban.app.filing-number}") String filingNumber,
            @Value("${duban.app.contact}") String contact) {
        this.boards = boards;
        this.times = times;
        this.clock = clock;
        this.appInfo = new AppInfoDto("督办 Duban", owner, filingNumber, contact, "1.0.0");
    }

    @Override
    public Mono<ResponseEntity<AppInfoDto>> getAppInfo(ServerWebExchange exchange) {
        return Mono.just(ResponseEntity.ok(appInfo));
    }

    @Override
    public Mono<ResponseEntity<HomeDto>> getHome(ServerWebExchange exchange) {
        var officer = Access.of(exchange).officer();
        var now = clock.instant();
        return Flux.fromIterable(boards)
                .concatMap(board -> board.figures(officer, now))
                .map(figure -> new HomeCountDto(figure.name(), figure.count()))
                .collectList()
                .map(counts -> ResponseEntity.ok(new HomeDto(times.toContract(now), counts)));
    }
}
