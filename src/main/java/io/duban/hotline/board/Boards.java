package io.duban.hotline.board;

import java.util.UUID;
import org.springframework.data.r2dbc.repository.Query;
import org.springframework.data.repository.Repository;
import reactor.core.publisher.Flux;

/** What the boards last said. */
interface Boards extends Repository<Board, UUID> {

    @Query("select * from hotline_board")
    Flux<Board> findAll();
}
