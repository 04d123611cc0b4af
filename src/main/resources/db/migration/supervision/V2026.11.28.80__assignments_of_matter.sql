-- A matter is read with all its parts, those given to other units among them, which the index of the parts that stand leaves out.
create index supervision_assignment_of_matter on supervision_assignment (matter_id);
